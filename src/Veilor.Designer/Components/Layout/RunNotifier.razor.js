// A notification is shown once for a build, whatever the number of tabs: its tag is the build's name.

export function notify(title, body, tag) {
  if (!("Notification" in window) || Notification.permission !== "granted" || (document.visibilityState === "visible" && document.hasFocus())) return;
  const shown = new Notification(title, { body, tag, icon: "/favicon.svg" });
  shown.onclick = () => { window.focus(); shown.close(); };
}

/** "granted", "denied", "default" (not asked yet), or "unsupported". */
export function permission() {
  return "Notification" in window ? Notification.permission : "unsupported";
}

export function ask() {
  return Notification.requestPermission();
}
