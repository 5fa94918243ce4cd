const FACETS = {
  severity: (finding) => [severity(finding)],
  family: (finding) => [finding.rule.family],
  rule: (finding) => [finding.rule.id],
  package: (finding) => [finding.place.file.pack],
  dialect: (finding) => finding.place.file.dialects,
  confidence: (finding) => [finding.confidence],
  file: (finding) => [finding.place.file.path],
};

const byPlace = (a, b) => a.index - b.index;
const ORDERS = {
  worst: (a, b) =>
    a.level - b.level ||
    CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence) ||
    byPlace(a, b),
  place: byPlace,
  rule: (a, b) => (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : byPlace(a, b)),
};

// What is asked for: words, an order, and for each facet the values that count; none means all.
const state = { words: "", order: "worst", chosen: new Map() };

const isChosen = (facet, value) => state.chosen.get(facet)?.has(value) ?? false;

const choose = (facet, values) => {
  if (values.length > 0) {
    state.chosen.set(facet, new Set(values));
  } else {
    state.chosen.delete(facet);
  }
};

/** Severities add up, of the other facets one value counts at a time. */
const toggle = (facet, value) => {
  const others = facet === "severity" ? [...(state.chosen.get(facet) ?? [])] : [];
  choose(
    facet,
    isChosen(facet, value) ? others.filter((one) => one !== value) : [...others, value],
  );
};

let haystacks = null;
const haystack = (finding) => {
  haystacks ??= findings.map((one) =>
    [one.message, one.place.file.path, one.rule.id, one.rule.family, callable(one)]
      .join("\n")
      .toLowerCase(),
  );
  return haystacks[finding.index];
};

const matching = () => {
  const words = state.words.toLowerCase().split(/\s+/).filter(Boolean);
  const facets = [...state.chosen].map(([facet, values]) => [FACETS[facet], values]);
  return findings
    .filter(
      (finding) =>
        facets.every(([of, values]) => of(finding).some((value) => values.has(value))) &&
        words.every((word) => haystack(finding).includes(word)),
    )
    .sort(ORDERS[state.order]);
};

/** The address of the page tells what is asked for, so that it can be handed on. */
const writeAddress = () => {
  const parameters = new URLSearchParams();
  if (state.words) {
    parameters.set("q", state.words);
  }
  state.chosen.forEach((values, facet) => values.forEach((value) => parameters.append(facet, value)));
  if (state.order !== "worst") {
    parameters.set("order", state.order);
  }
  const hash = parameters.toString();
  if (hash !== location.hash.slice(1)) {
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  }
};

const readAddress = () => {
  const parameters = new URLSearchParams(location.hash.slice(1));
  state.words = parameters.get("q") ?? "";
  state.order = Object.hasOwn(ORDERS, parameters.get("order") ?? "") ? parameters.get("order") : "worst";
  state.chosen.clear();
  Object.keys(FACETS).forEach((facet) => choose(facet, parameters.getAll(facet)));
};
