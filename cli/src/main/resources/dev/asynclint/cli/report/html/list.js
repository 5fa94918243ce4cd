// So many are drawn at a time; a finding is unfolded when it is asked for.
const CHUNK = 60;

let shown = [];
let drawn = 0;

const unfold = (finding, button, item) => {
  const open = button.getAttribute("aria-expanded") === "true";
  button.setAttribute("aria-expanded", String(!open));
  item.classList.toggle("open", !open);
  const id = button.getAttribute("aria-controls");
  const body = byId(id);
  if (body) {
    body.hidden = open;
  } else {
    item.append(detail(finding, id));
  }
};

const item = (finding, position) => {
  const { place } = finding;
  const id = `finding-${finding.index}`;
  const button = html(
    "button",
    {
      type: "button",
      class: "finding-head",
      "aria-expanded": "false",
      "aria-controls": id,
      click: () => unfold(finding, button, entry),
    },
    html("span", { class: "level" }, severity(finding)),
    html("span", { class: "message" }, finding.message),
    html(
      "span",
      { class: "whence" },
      html("span", {}, `${place.file.path}:${place.line}`),
      html("span", {}, finding.rule.id),
    ),
  );
  const entry = html(
    "li",
    {
      class: `finding ${severity(finding)}`,
      "aria-posinset": String(position + 1),
      "aria-setsize": String(shown.length),
    },
    html("h3", {}, button),
  );
  return entry;
};

const drawMore = () => {
  const next = shown.slice(drawn, drawn + CHUNK);
  byId("list").append(...next.map((finding, index) => item(finding, drawn + index)));
  drawn += next.length;
  byId("more").hidden = drawn >= shown.length;
  byId("more").textContent = `Show more (${grouped(shown.length - drawn)} left)`;
};

const drawList = () => {
  shown = matching();
  drawn = 0;
  byId("list").replaceChildren();
  if (shown.length === 0) {
    const why = findings.length === 0 ? "Nothing was found." : "No finding is like that.";
    byId("list").append(html("li", { class: "empty" }, why));
  }
  drawMore();
};

/** The next or the last finding's button, from the one that has the focus. */
const moveFocus = (event) => {
  const way = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  const head = event.target.closest(".finding-head");
  if (way && head && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const entry = head.closest(".finding");
    const next = way > 0 ? entry.nextElementSibling : entry.previousElementSibling;
    next?.querySelector(".finding-head")?.focus();
    event.preventDefault();
  }
};

const startList = () => {
  byId("list").addEventListener("keydown", moveFocus);
  byId("more").addEventListener("click", () => {
    const first = drawn;
    drawMore();
    byId("list").children[first]?.querySelector("button").focus();
  });
  new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting) && drawn < shown.length) {
        drawMore();
      }
    },
    { rootMargin: "800px" },
  ).observe(byId("more"));
};
