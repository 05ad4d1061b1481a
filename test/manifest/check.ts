/** The manifest as Excel would judge it, without the network that Microsoft's own validator needs. Wants a DOMParser. */
import { addressFaults, type ReadBuilt } from "./addresses";
import { orderFaults } from "./element-order";
import { formulaFaults } from "./formulas";
import { resourceFaults } from "./resources";

/** Everything that is wrong with the manifest beside its build, one sentence each; an empty list is a good manifest. */
export function manifestFaults(xml: string, read: ReadBuilt): readonly string[] {
  const parsed = new DOMParser().parseFromString(xml, "text/xml");
  const root = parsed.documentElement;
  if (parsed.querySelector("parsererror") !== null) return ["The manifest is no well-formed XML."];
  return [
    ...orderFaults(root),
    ...resourceFaults(root),
    ...addressFaults(root, read),
    ...identityFaults(root),
    ...runtimeFaults(root),
    ...formulaFaults(read),
  ];
}

function identityFaults(root: Element): readonly string[] {
  const shapes = [
    { tag: "Id", shape: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, right: "a GUID" },
    { tag: "Version", shape: /^\d{1,5}(\.\d{1,5}){0,3}$/, right: "one to four numbers with points between them" },
    { tag: "DefaultLocale", shape: /^[a-z]{2}-[A-Z]{2}$/, right: "a language and a country" },
    { tag: "DisplayName", shape: /^.{1,125}$/, right: "1 to 125 characters" },
    { tag: "Description", shape: /^.{1,250}$/, right: "1 to 250 characters" },
    { tag: "ProviderName", shape: /^.{1,125}$/, right: "1 to 125 characters" },
    { tag: "Permissions", shape: /^(ReadDocument|WriteDocument|ReadWriteDocument)$/, right: "a permission" },
  ];
  return shapes.flatMap(({ tag, shape, right }) => {
    const element = root.querySelector(`OfficeApp > ${tag}`);
    const value = element?.getAttribute("DefaultValue") ?? element?.textContent ?? "";
    return shape.test(value) ? [] : [`${tag} is "${value}", but must be ${right}.`];
  });
}

// One page is the runtime of formulas, buttons and pane, or they would not see each other's state.
function runtimeFaults(root: Element): readonly string[] {
  const runtime = root.querySelector("Runtime")?.getAttribute("resid");
  if (runtime === undefined || runtime === null) return ["There is no Runtime."];
  return ["Page > SourceLocation", "FunctionFile", "Action > SourceLocation"].flatMap((place) =>
    Array.from(root.querySelectorAll(place))
      .filter((element) => element.getAttribute("resid") !== runtime)
      .map(() => `${place} does not name the page of the shared runtime.`),
  );
}
