const THEMES = ["auto", "light", "dark"];
const THEME_KEY = "asynclint-theme";

// A page opened from a file may have no storage; the choice then lasts as long as the page.
const stored = () => {
  try {
    return localStorage.getItem(THEME_KEY);
  } catch {
    return null;
  }
};

const applyTheme = (theme) => {
  if (theme === "auto") {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme;
  }
  byId("theme").textContent = `Theme: ${theme}`;
};

const startTheme = () => {
  let theme = THEMES.includes(stored()) ? stored() : "auto";
  applyTheme(theme);
  byId("theme").hidden = false;
  byId("theme").addEventListener("click", () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
    applyTheme(theme);
    try {
      localStorage.setItem(THEME_KEY, theme);
    } catch {
      // It lasts as long as the page.
    }
  });
};
