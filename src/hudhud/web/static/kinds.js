// What a type looks like: one colour for each quarter of PLOVER, and one mark for how a thing is told.
const QUARTERS = {
  "material conflict": ["ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"],
  "verbal conflict": ["ACCUSE", "REJECT", "THREATEN", "REQUEST"],
  "material cooperation": ["AID", "COOPERATE", "RETREAT"],
  "verbal cooperation": ["AGREE", "CONSULT", "SUPPORT", "CONCEDE"],
};
export const QUARTER_NAMES = Object.keys(QUARTERS);
export const slug = (name) => name.replaceAll(" ", "-");

export function quarter(type) {
  const name = String(type || "").split(" ")[0];
  return QUARTER_NAMES.find((key) => QUARTERS[key].includes(name)) || "verbal cooperation";
}

// A deed, a plan or a denial.
export function manner(factuality) {
  if (factuality === "denied" || factuality === "disputed") return "denial";
  return factuality === "actual" ? "deed" : "plan";
}
export const MANNERS = { deed: "told as done", plan: "planned, asked for or possible", denial: "denied or disputed" };
