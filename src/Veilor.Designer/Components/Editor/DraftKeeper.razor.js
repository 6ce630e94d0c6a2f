// What is half typed stays with the browser's tab: the session storage ends with it, and nothing of it leaves the machine.
const keyOf = slug => `veilor-designer-drafts:${slug}`;

export function read(slug) {
  try {
    const drafts = JSON.parse(sessionStorage.getItem(keyOf(slug)) ?? "{}");
    return Object.fromEntries(Object.entries(drafts).filter(([, text]) => typeof text === "string"));
  } catch {
    return {};
  }
}

export function keep(slug, drafts) {
  try {
    if (Object.keys(drafts).length === 0) sessionStorage.removeItem(keyOf(slug));
    else sessionStorage.setItem(keyOf(slug), JSON.stringify(drafts));
  } catch {
    // A browser that keeps nothing loses a draft with a reload; that is all that is lost.
  }
}
