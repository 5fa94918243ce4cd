const STEP_WIDTH = 15;
const NODE_AT = 11;
const DEEPEST = 8;

const across = (depth) => 9 + Math.min(depth, DEEPEST) * STEP_WIDTH;

/** One step's part of the drawing: the way from the step above, its node, the way down. */
const rail = (all, index, width) => {
  const x = across(all[index].depth);
  const parts = [];
  if (index > 0) {
    const from = across(all[index - 1].depth);
    const way =
      from === x
        ? `M${x} 0V${NODE_AT}`
        : `M${from} 0C${from} ${NODE_AT} ${x} 0 ${x} ${NODE_AT}`;
    parts.push(svg("path", { class: "way", d: way }));
  }
  if (index + 1 < all.length) {
    parts.push(svg("line", { class: "way", x1: x, y1: NODE_AT, x2: x, y2: "100%" }));
  }
  if (index + 1 === all.length) {
    const d = `M${x} ${NODE_AT - 6}l6 6l-6 6l-6 -6z`;
    parts.push(svg("path", { class: "fault", d }));
  } else if (index === 0) {
    parts.push(svg("circle", { class: "entry", cx: x, cy: NODE_AT, r: 5 }));
  } else {
    parts.push(svg("circle", { class: "node", cx: x, cy: NODE_AT, r: 4 }));
  }
  return svg("svg", { class: "rail", width, "aria-hidden": "true", focusable: "false" }, parts);
};

/** From where the program becomes asynchronous down to the fault. */
const pathGraph = (all) => {
  const width = across(Math.max(...all.map((step) => step.depth))) + 9;
  return html(
    "ol",
    { class: "path" },
    all.map((step, index) => {
      const item = html(
        "li",
        { class: "step" },
        rail(all, index, width),
        html("div", { class: "step-said" }, step.text),
        html("div", { class: "step-place" }, `${step.place.file.name}:${step.place.line}`),
        html("code", { class: "step-source" }, marked(step.place, step.place.line, true)),
      );
      item.style.paddingLeft = `${across(step.depth) + 15}px`;
      item.title = step.place.file.path;
      return item;
    }),
  );
};
