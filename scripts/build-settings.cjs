// The settings of a build, each from one environment variable, and the content security policy that follows from them.

/** Where the add-in will be served from: the address that the manifest, the help links and the icons carry. */
const addInUrl = (process.env.ADDIN_URL ?? "https://localhost:3000").replace(/\/+$/, "");

if (!/^https:\/\/[^/\s"]+(\/[^\s"]*)?$/.test(addInUrl)) {
  throw new Error(`ADDIN_URL is "${addInUrl}", but Excel loads add-ins from https addresses only.`);
}

const officeJsHomes = {
  // The pinned copy from the npm package: works offline and on the workbench.
  local: { script: "office-js/office.js", origins: [] },
  // Microsoft's own server, the supported source in production.
  cdn: {
    script: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
    origins: ["https://appsforoffice.microsoft.com"],
  },
};

const officeJs = process.env.OFFICE_JS ?? "local";
if (!Object.hasOwn(officeJsHomes, officeJs)) {
  throw new Error(`OFFICE_JS is "${officeJs}", but must be one of ${Object.keys(officeJsHomes).join(", ")}.`);
}

// Loopback for the reference ledger and for a gateway on one's own machine, then the origins that the five systems document.
const documentedOrigins = [
  "'self'",
  "https://localhost:*",
  "http://localhost:*",
  "https://127.0.0.1:*",
  "http://127.0.0.1:*",
  "https://api.ondayzero.com",
  "https://api.layerfi.com",
  "https://sandbox.layerfi.com",
  "https://api-ca.layerfi.com",
  "https://auth.layerfi.com",
  "https://api.intacct.com",
  "https://api.freeagent.com",
  "https://api.sandbox.freeagent.com",
  "https://api.oanor.com",
].join(" ");

/** Where the pane may send requests: a list of content security policy sources, blank-separated. */
const connectSrc = process.env.CONNECT_SRC ?? documentedOrigins;

if (/[;"<>]/.test(connectSrc)) {
  throw new Error(`CONNECT_SRC is "${connectSrc}", but must be a list of origins with blanks between them.`);
}

/** The pane's policy: nothing inline, nothing from elsewhere, and requests to the listed ledgers only. */
const panePolicy = [
  "default-src 'none'",
  `script-src ${["'self'", ...officeJsHomes[officeJs].origins].join(" ")}`,
  "style-src 'self'",
  "img-src 'self'",
  `connect-src ${connectSrc}`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The policy of a help page: its own text, its own style sheet, nothing else. */
const helpPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

module.exports = { addInUrl, officeJsScript: officeJsHomes[officeJs].script, officeJs, panePolicy, helpPolicy };
