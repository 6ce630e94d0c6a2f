// Tells the layout which theme the system has, now and whenever it changes.
export function watchSystemTheme(layout) {
  const query = window.matchMedia("(prefers-color-scheme: dark)");
  const tell = () => layout.invokeMethodAsync("SystemThemeChanged", query.matches);
  query.addEventListener("change", tell);
  return {
    isDark: () => query.matches,
    stop: () => query.removeEventListener("change", tell),
  };
}

const oneYearInSeconds = 31536000;

// Keeps the chosen theme where the server reads it before it writes the next page.
export function keepTheme(cookie, name) {
  document.documentElement.dataset.theme = name;
  document.cookie = `${cookie}=${name}; path=/; max-age=${oneYearInSeconds}; samesite=strict`;
}
