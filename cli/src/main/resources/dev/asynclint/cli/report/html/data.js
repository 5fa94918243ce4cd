const SEVERITIES = ["error", "warning", "info"];
const CONFIDENCES = ["high", "medium", "low"];

const raw = JSON.parse(byId("data").textContent);
const said = (index) => raw.texts[index];

const files = raw.files.map(([path, pack, dialects, lines]) => ({
  path,
  name: path.slice(path.lastIndexOf("/") + 1),
  pack,
  dialects: dialects.length > 0 ? dialects : ["(none)"],
  lines,
}));

const rules = raw.rules.map(([id, family, summary, parts]) => ({ id, family, summary, parts }));

const placed = ([file, line, column, endLine, endColumn]) => ({
  file: files[file],
  line,
  column,
  endLine,
  endColumn,
});

// Paths and edits stay as they are until somebody opens the finding.
const findings = raw.findings.map((row, index) => ({
  index,
  rule: rules[row[0]],
  level: row[1],
  confidence: CONFIDENCES[row[2]],
  place: placed(row[3]),
  message: said(row[4]),
  row,
}));

const severity = (finding) => SEVERITIES[finding.level];
const label = (finding) => said(finding.row[5]);
const help = (finding) => said(finding.row[6]);
const callable = (finding) => said(finding.row[7]);
const fingerprint = (finding) => finding.row[8];

const steps = (finding) =>
  finding.row[9].map(([place, text, depth]) => ({ place: placed(place), text: said(text), depth }));

const fixes = (finding) =>
  finding.row[10].map(([title, safety, changes]) => ({
    title: said(title),
    safety,
    changes: changes.map(([file, line, before, after]) => ({
      file: files[file],
      line,
      before: said(before),
      after: said(after),
    })),
  }));
