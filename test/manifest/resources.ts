/** What the manifest names by resid, and the texts and addresses behind the names. */

const kinds = [
  // Which resources the elements that carry a resid may name.
  { list: "bt:Images", named: ["bt:Image"], longest: 2048 },
  { list: "bt:Urls", named: ["SourceLocation", "FunctionFile", "Runtime", "LearnMoreUrl"], longest: 2048 },
  { list: "bt:ShortStrings", named: ["Label", "Title"], longest: 125 },
  { list: "bt:LongStrings", named: ["Description"], longest: 250 },
] as const;

const longestId = 32;

/** The DefaultValue of the resource with that id. */
export function resource(root: Element, id: string): string | undefined {
  return (
    resources(root)
      .find(({ element }) => element.id === id)
      ?.element.getAttribute("DefaultValue") ?? undefined
  );
}

export function resourceFaults(root: Element): readonly string[] {
  return [...danglingFaults(root), ...unusedFaults(root), ...idFaults(root), ...lengthFaults(root)];
}

interface Resource {
  readonly element: Element;
  readonly kind: (typeof kinds)[number];
}

function resources(root: Element): readonly Resource[] {
  return kinds.flatMap((kind) =>
    Array.from(root.getElementsByTagName(kind.list)).flatMap((list) =>
      Array.from(list.children, (element) => ({ element, kind })),
    ),
  );
}

function references(root: Element): readonly Element[] {
  return Array.from(root.querySelectorAll("[resid]"));
}

function danglingFaults(root: Element): readonly string[] {
  const known = resources(root);
  return references(root).flatMap((reference) => {
    const resid = reference.getAttribute("resid") ?? "";
    const fits = known.some(
      ({ element, kind }) => element.id === resid && (kind.named as readonly string[]).includes(reference.tagName),
    );
    return fits ? [] : [`${reference.tagName} names the resource ${resid}, which is not there.`];
  });
}

function unusedFaults(root: Element): readonly string[] {
  const used = references(root).map((reference) => reference.getAttribute("resid"));
  return resources(root)
    .filter(({ element }) => !used.includes(element.id))
    .map(({ element }) => `The resource ${element.id} is named nowhere.`);
}

function idFaults(root: Element): readonly string[] {
  const ids = Array.from(root.querySelectorAll("[id]"), ({ id }) => id);
  const long = ids
    .filter((id) => id.length > longestId)
    .map((id) => `The id ${id} is longer than ${longestId} characters.`);
  const twice = ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `The id ${id} is there twice.`);
  return [...long, ...twice];
}

function lengthFaults(root: Element): readonly string[] {
  return resources(root).flatMap(({ element, kind }) => {
    const { length } = element.getAttribute("DefaultValue") ?? "";
    if (length === 0) return [`The resource ${element.id} is empty.`];
    return length > kind.longest ? [`The resource ${element.id} is longer than ${kind.longest} characters.`] : [];
  });
}
