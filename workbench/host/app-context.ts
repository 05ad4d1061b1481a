import type { DocumentSettings } from "./document-settings";

/** What this host claims to have. The client refuses members of anything that is not listed, so nothing is overstated. */
const requirementSets = {
  ExcelApi: "1.13",
  SharedRuntime: "1.2",
  AddinCommands: "1.1",
  CustomFunctions: "1.9",
  CustomFunctionsRuntime: "1.4",
  RichApiRuntime: "1.2",
};

const excelOnTheWeb = 16;
const readWrite = 0;
const taskpane = 2;

/** The facts about host and document that office.js asks for first. */
export function appContext(
  settings: DocumentSettings,
  locale: string,
  documentUrl: string,
): Readonly<Record<string, unknown>> {
  return {
    _id: "DEPR",
    _appName: excelOnTheWeb,
    _appVersion: "16.01",
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: documentUrl,
    _clientMode: readWrite,
    _settings: settings.all(),
    _reason: "documentOpened",
    _osfControlType: 1,
    _eToken: "",
    _requirementMatrix: JSON.stringify(requirementSets),
    _initialDisplayMode: taskpane,
    _featureGates: {},
    _appDomains: [],
    _addinName: "DEPR",
  };
}

/** What office.js reads from its window's name before anything else: which host it is in, and with whom it talks. */
export function windowName(conversationId: string, hostUrl: string, locale: string): string {
  // Flags: 1 shared runtime, 2 custom functions.
  const hostInfo = `Excel$Web$16.01$${locale}$${conversationId}$$disableLogging$3`;
  return JSON.stringify({
    baseFrameName: "depr",
    hostInfo,
    xdmInfo: `${conversationId}|DEPR|${hostUrl}`,
    serializerVersion: 1,
    flights: "[]",
  });
}
