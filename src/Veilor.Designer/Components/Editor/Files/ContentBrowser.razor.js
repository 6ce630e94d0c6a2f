// Uploads of the file browser: chosen or dropped files and folders go to the server one by one, and join the design
// together when all are there. Also what the keyboard needs: keys that must not scroll, and rows that must be in sight.

const handled = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " ", "F2", "Delete"]);
const atOnce = 3;
const restBeforeSaving = 1500;

/** The files of a drop with their paths; a folder is walked through. */
async function filesOf(transfer) {
  const found = [];
  const entries = [];
  // What the transfer holds is gone after the first wait, so all of it is taken here.
  for (const item of [...transfer.items].filter(each => each.kind === "file")) {
    const entry = item.webkitGetAsEntry?.();
    const file = item.getAsFile();
    if (entry) entries.push(entry);
    else if (file) found.push({ name: file.name, file });
  }
  const visit = async (entry, folder) => {
    if (entry.isFile) {
      const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
      found.push({ name: folder + entry.name, file });
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const children = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (children.length === 0) return;
      for (const child of children) await visit(child, `${folder}${entry.name}/`);
    }
  };
  for (const entry of entries) await visit(entry, "");
  return found;
}

export function watchFiles(root, url, browser) {
  let timer = 0;

  const send = async (path, file) => {
    try {
      const answer = await fetch(`${url}?path=${encodeURIComponent(path)}`, { method: "POST", body: file });
      if (answer.ok) return { path, key: await answer.text() };
      return { path, problem: answer.status === 413 ? "It is larger than 4 GiB." : `The server answered with ${answer.status}.` };
    } catch (error) {
      return { path, problem: `It could not be sent: ${error.message}` };
    }
  };

  const upload = async (folder, files, whole) => {
    if (files.length === 0) return;
    const paths = whole ? [whole] : await browser.invokeMethodAsync("BeginUpload", folder, files.map(each => each.name));
    const waiting = files.map((each, index) => ({ path: paths[index], file: each.file })).filter(each => each.path);
    const all = waiting.length;
    const results = [];
    let shown = 0;
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        results.push(await send(next.path, next.file));
        if (performance.now() - shown < 200) continue;
        shown = performance.now();
        await browser.invokeMethodAsync("ShowProgress", results.length, all);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    await browser.invokeMethodAsync("EndUpload", results);
  };

  const onChange = event => {
    const input = event.target;
    if (input.type === "file") {
      const files = [...input.files].map(file => ({ name: file.webkitRelativePath || file.name, file }));
      const whole = input.dataset.upload === "replace" ? input.dataset.replaces : null;
      upload(null, files, whole).finally(() => { input.value = ""; });
    } else if (input.dataset.text !== undefined) {
      clearTimeout(timer);
      delete input.dataset.draft;
    }
  };

  // A text is saved when the person rests, so that nothing is lost with the page.
  const onInput = event => {
    const input = event.target;
    if (input.dataset?.text === undefined) return;
    input.dataset.draft = "";
    clearTimeout(timer);
    timer = setTimeout(() => input.dispatchEvent(new Event("change", { bubbles: true })), restBeforeSaving);
  };

  const onDrag = event => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    root.dataset.over = "";
  };
  const onLeave = event => { if (!root.contains(event.relatedTarget)) delete root.dataset.over; };

  const onDrop = async event => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    delete root.dataset.over;
    const folder = event.target.closest?.("[data-folder]")?.dataset.folder ?? null;
    await upload(folder, await filesOf(event.dataTransfer), null);
  };

  const onKeyDown = event => {
    if (event.target.role === "tree" && handled.has(event.key)) event.preventDefault();
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s" && event.target.dataset?.text !== undefined) {
      event.preventDefault();
      event.target.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };

  const listeners = { change: onChange, input: onInput, dragover: onDrag, dragleave: onLeave, drop: onDrop, keydown: onKeyDown };
  for (const [name, listener] of Object.entries(listeners)) root.addEventListener(name, listener);
  root.dataset.ready = "";
  return {
    reveal(index, height) {
      const rows = root.querySelector(".content-rows");
      if (!rows) return;
      const top = index * height;
      if (top < rows.scrollTop) rows.scrollTop = top;
      else if (top + height > rows.scrollTop + rows.clientHeight) rows.scrollTop = top + height - rows.clientHeight;
    },
    stop() {
      clearTimeout(timer);
      for (const [name, listener] of Object.entries(listeners)) root.removeEventListener(name, listener);
    },
  };
}
