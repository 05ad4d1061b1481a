/** functions.json against functions.js: Excel reads the one and calls the other, and nobody else compares them. */
import type { ReadBuilt } from "./addresses";

interface Parameter {
  readonly name: string;
  readonly description?: string;
  readonly customEnumId?: string;
}

interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description?: string;
    readonly helpUrl?: string;
    readonly parameters: readonly Parameter[];
  }[];
  readonly enums?: readonly { readonly id: string }[];
}

export function formulaFaults(read: ReadBuilt): readonly string[] {
  const json = text(read("functions.json"));
  const script = text(read("functions.js"));
  if (json === undefined || script === undefined) return ["functions.json and functions.js are not both in the build."];
  const metadata = JSON.parse(json) as Metadata;
  const announced = metadata.functions.map(({ id }) => id);
  const associated = Array.from(script.matchAll(/CustomFunctions\.associate\("([^"]+)"/g), ([, id]) => id ?? "");
  return [
    ...announced.filter((id) => !associated.includes(id)).map((id) => `functions.js does not associate ${id}.`),
    ...associated.filter((id) => !announced.includes(id)).map((id) => `functions.json does not announce ${id}.`),
    ...announced.filter((id, index) => announced.indexOf(id) < index).map((id) => `${id} is announced twice.`),
    ...wordFaults(metadata, read),
  ];
}

function wordFaults({ functions, enums = [] }: Metadata, read: ReadBuilt): readonly string[] {
  const known = enums.map(({ id }) => id);
  return functions.flatMap(({ id, name, description, helpUrl = "", parameters }) => [
    ...(/^[A-Z][A-Z0-9._]{2,127}$/.test(id) && id === name ? [] : [`${id} and ${name} are no id and name for Excel.`]),
    ...(described(description) ? [] : [`${id} has no description.`]),
    ...(read(helpUrl.replace(/^.*\/(?=help\/)/, "")) === undefined ? [`${id} has no help page.`] : []),
    ...parameters.filter((one) => !described(one.description)).map((one) => `${id} does not say what ${one.name} is.`),
    ...parameters
      .filter(({ customEnumId }) => customEnumId !== undefined && !known.includes(customEnumId))
      .map((one) => `${one.name} of ${id} names the choice ${one.customEnumId ?? ""}, which is not there.`),
  ]);
}

function described(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== "";
}

function text(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : Buffer.from(bytes).toString("utf8");
}
