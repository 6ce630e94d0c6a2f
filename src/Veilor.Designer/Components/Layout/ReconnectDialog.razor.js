// Shows the dialog while the circuit is away, and reloads the page at its own address when the circuit is gone.
// What the page shows is on the server's disk and in the URL, so a reload loses nothing.
const dialog = document.getElementById("components-reconnect-modal");
const button = document.getElementById("reconnect-now");
const retryMilliseconds = 3000;
let timer;

dialog.addEventListener("components-reconnect-state-changed", event => {
  switch (event.detail.state) {
    case "show":
      show("trying");
      break;
    case "retrying":
      reloadIfShutOut();
      break;
    case "hide":
      hide();
      break;
    case "failed":
      wait();
      break;
    default:
      location.reload();
  }
});

button.addEventListener("click", reconnect);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && dialog.dataset.state === "waiting")
    reconnect();
});

// Escape would leave a page that looks alive and is not.
dialog.addEventListener("cancel", event => event.preventDefault());

function show(state) {
  dialog.dataset.state = state;
  if (!dialog.open)
    dialog.showModal();
}

function hide() {
  clearTimeout(timer);
  dialog.close();
}

function wait() {
  show("waiting");
  clearTimeout(timer);
  timer = setTimeout(reconnect, retryMilliseconds);
}

async function reconnect() {
  clearTimeout(timer);
  try {
    if (!await Blazor.reconnect())
      location.reload();
  } catch {
    wait();
    await reloadIfShutOut();
  }
}

// A server that was started again knows this browser no more. Its own page says what to do.
async function reloadIfShutOut() {
  try {
    const answer = await fetch(document.baseURI, { method: "HEAD", cache: "no-store" });
    if (answer.status === 401)
      location.reload();
  } catch {
    // Nobody answers yet; the next attempt asks again.
  }
}
