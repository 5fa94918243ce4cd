const goToFindings = () => byId("findings").scrollIntoView({ block: "start" });

// Every bar, cell and severity says what it filters by.
document.addEventListener("click", (event) => {
  const chosen = event.target.closest("[data-facet]");
  if (chosen) {
    toggle(chosen.dataset.facet, chosen.dataset.value);
    refresh();
    if (chosen.closest(".card-wide")) {
      goToFindings();
    }
  }
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    byId("search").focus();
    event.preventDefault();
  }
});

addEventListener("hashchange", () => {
  // The link that skips the summary is no filter.
  if (location.hash.includes("=")) {
    readAddress();
    refresh();
  }
});

startTheme();
startFilters();
startList();
const wide = matchMedia("(min-width: 50rem)");
const foldFilters = () => {
  byId("more-filters").open = wide.matches;
};
foldFilters();
wide.addEventListener("change", foldFilters);
readAddress();
refresh();
