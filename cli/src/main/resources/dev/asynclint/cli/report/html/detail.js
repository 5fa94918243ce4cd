/** A line of source with what a place covers of it marked. */
const marked = (place, number, trimmed, indent = 0) => {
  const line = place.file.lines[number] ?? "";
  const from = number === place.line ? place.column - 1 : 0;
  const to = number === place.endLine ? place.endColumn - 1 : line.length;
  const cut = trimmed ? line.length - line.trimStart().length : indent;
  if (number < place.line || number > place.endLine || from >= line.length || to <= from) {
    return [line.slice(cut)];
  }
  return [
    line.slice(Math.min(cut, from), from),
    html("mark", {}, line.slice(Math.max(from, Math.min(cut, from)), to)),
    line.slice(to),
  ];
};

const codeLine = (kind, number, content) =>
  html(
    "div",
    { class: `line ${kind}` },
    html("span", { class: "number", "aria-hidden": "true" }, String(number)),
    html("code", { class: "source" }, content),
  );

const codeBlock = (about, lines) =>
  html("div", { class: "code", tabindex: "0", role: "group", "aria-label": about }, lines);

/** How much white space all lines start with. */
const commonIndent = (lines) => {
  const full = lines.filter((line) => line.trim() !== "");
  const least = Math.min(...full.map((line) => line.length - line.trimStart().length));
  return Number.isFinite(least) ? least : 0;
};

const excerpt = (finding) => {
  const { place } = finding;
  const numbers = Object.keys(place.file.lines)
    .map(Number)
    .filter((number) => number >= place.line - 2 && number <= Math.min(place.endLine, place.line + 12) + 2);
  const indent = commonIndent(numbers.map((number) => place.file.lines[number]));
  return codeBlock(
    `Source of ${place.file.name} around line ${place.line}`,
    numbers.map((number) => {
      const here = number >= place.line && number <= place.endLine;
      return codeLine(here ? "here" : "", number, marked(place, number, false, indent));
    }),
  );
};

const linesOf = (text) => text.replace(/\r?\n$/, "").split(/\r?\n/);

/** Lines that an edit keeps at either end are no part of the change. */
const change = ({ file, line, before, after }) => {
  const old = linesOf(before);
  const added = after === "" ? [] : linesOf(after);
  while (old.length > 0 && old[0] === added[0]) {
    old.shift();
    added.shift();
    line++;
  }
  while (old.length > 0 && old.at(-1) === added.at(-1)) {
    old.pop();
    added.pop();
  }
  const indent = commonIndent([...old, ...added]);
  return [
    html("p", { class: "caption" }, `${file.path}:${line}`),
    codeBlock(`Change of ${file.name} at line ${line}`, [
      old.map((text) => codeLine("removed", "−", text.slice(indent))),
      added.map((text) => codeLine("added", "+", text.slice(indent))),
    ].flat()),
  ];
};

const fixBlock = (fix) => [
  html("h4", {}, `Fix (${fix.safety}): ${fix.title}`),
  ...fix.changes.flatMap(change),
];

const aboutRule = (rule) =>
  rule.parts.length === 0
    ? ""
    : html(
        "details",
        { class: "about" },
        html("summary", {}, `About ${rule.id}`),
        html("p", { class: "caption" }, `${rule.summary}.`),
        rule.parts.flatMap(([title, text, code]) => [
          html("h4", {}, title),
          code
            ? html("div", { class: "code", tabindex: "0", role: "group", "aria-label": title }, text)
            : html("p", {}, text),
        ]),
      );

/** A callable without the packages of its types. */
const shortCallable = (name) => name.replace(/\b(?:[a-z]\w*\.)+(?=[A-Z])/g, "").replaceAll(",", ", ");

const detail = (finding, id) => {
  const way = steps(finding);
  const where = callable(finding);
  return html(
    "div",
    { class: "body", id },
    excerpt(finding),
    label(finding) && html("p", { class: "caption" }, label(finding)),
    way.length > 0 ? [html("h4", {}, "How the program gets there"), pathGraph(way)] : [],
    help(finding) ? [html("h4", {}, "What to do"), html("p", { class: "help" }, help(finding))] : [],
    fixes(finding).flatMap(fixBlock),
    aboutRule(finding.rule),
    html(
      "p",
      { class: "facts" },
      where && `In ${shortCallable(where)}. `,
      `Confidence ${finding.confidence}. Fingerprint ${fingerprint(finding)}.`,
    ),
  );
};
