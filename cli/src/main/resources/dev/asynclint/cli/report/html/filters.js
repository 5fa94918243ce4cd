const SELECTS = [
  ["family", "Family"],
  ["rule", "Rule"],
  ["package", "Package"],
  ["dialect", "Dialect"],
  ["confidence", "Confidence"],
];
const ORDER_NAMES = [
  ["worst", "Worst first"],
  ["place", "By file"],
  ["rule", "By rule"],
];

const counts = (facet) => {
  const found = new Map();
  findings.forEach((finding) =>
    FACETS[facet](finding).forEach((value) => found.set(value, (found.get(value) ?? 0) + 1)),
  );
  return found;
};

const option = (value, text) => html("option", { value }, text);

const select = (id, title, options, changed) =>
  html(
    "label",
    {},
    title,
    html("select", { id, change: (event) => changed(event.target.value) }, options),
  );

const facetSelect = ([facet, title]) => {
  const values = [...counts(facet)].sort(([a], [b]) => (a < b ? -1 : 1));
  return select(
    `select-${facet}`,
    title,
    [
      option("", "all"),
      ...values.map(([value, count]) => option(value, `${value} (${grouped(count)})`)),
    ],
    (value) => {
      choose(facet, value === "" ? [] : [value]);
      refresh();
    },
  );
};

const drawChips = () => {
  const chips = [...state.chosen].flatMap(([facet, values]) =>
    [...values].map((value) =>
      html(
        "button",
        {
          type: "button",
          "aria-label": `Remove filter ${facet} ${value}`,
          click: () => {
            toggle(facet, value);
            refresh();
            byId("search").focus({ preventScroll: true });
          },
        },
        `${facet}: ${value} ×`,
      ),
    ),
  );
  byId("chips").replaceChildren(...chips);
};

const refresh = () => {
  writeAddress();
  drawList();
  drawChips();
  byId("status").textContent =
    shown.length === findings.length
      ? counted(findings.length, "finding")
      : `${grouped(shown.length)} of ${counted(findings.length, "finding")}`;
  document.querySelectorAll("[data-facet][aria-pressed]").forEach((button) => {
    const { facet, value } = button.dataset;
    button.setAttribute("aria-pressed", String(isChosen(facet, value)));
  });
  SELECTS.forEach(([facet]) => {
    byId(`select-${facet}`).value = [...(state.chosen.get(facet) ?? [""])][0];
  });
  byId("select-order").value = state.order;
  if (byId("search").value !== state.words) {
    byId("search").value = state.words;
  }
};

const startFilters = () => {
  const bySeverity = counts("severity");
  byId("severities").append(
    ...SEVERITIES.map((name) =>
      html(
        "button",
        {
          type: "button",
          class: name,
          "data-facet": "severity",
          "data-value": name,
          "aria-pressed": "false",
        },
        `${name} ${grouped(bySeverity.get(name) ?? 0)}`,
      ),
    ),
  );
  byId("selects").append(
    ...SELECTS.map(facetSelect),
    select(
      "select-order",
      "Order",
      ORDER_NAMES.map(([value, text]) => option(value, text)),
      (value) => {
        state.order = value;
        refresh();
      },
    ),
  );
  byId("search").addEventListener("input", (event) => {
    state.words = event.target.value;
    refresh();
  });
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("filters").hidden = false;
};
