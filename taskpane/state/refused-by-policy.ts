/**
 * Watches for requests that the page's own policy refuses, which otherwise look like a network that is down. The
 * returned function ends the watch and gives the sentence, or undefined where nothing was refused.
 */
export function watchRefusals(): () => Promise<string | undefined> {
  let host: string | undefined;
  const note = (event: SecurityPolicyViolationEvent): void => {
    if (event.effectiveDirective === "connect-src") host = event.blockedURI.replace(/^https?:\/\/([^/]+).*$/, "$1");
  };
  document.addEventListener("securitypolicyviolation", note);
  return async () => {
    // The browser tells about a refusal shortly after the request has failed.
    await new Promise((resolve) => setTimeout(resolve, tellingMs));
    document.removeEventListener("securitypolicyviolation", note);
    return host === undefined ? undefined : sentenceFor(host);
  };
}

const tellingMs = 100;

function sentenceFor(host: string): string {
  return `Address: this build of the pane may not send to ${host}. Check the address, or have the host added to CONNECT_SRC when the add-in is built.`;
}
