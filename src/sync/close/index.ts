export { type CloseCheck, type CloseChecklist, type CloseInput, type ClosePoint, closeChecklist } from "./checklist";
export { closeReport, closeVerdict } from "./report";
