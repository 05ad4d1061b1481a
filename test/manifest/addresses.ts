/** The addresses in the manifest: secure, there in the build, and pictures of the size they are announced with. */
import { resource } from "./resources";

/** Reads a file of the build by its path below the add-in's address, or nothing if it is not there. */
export type ReadBuilt = (path: string) => Uint8Array | undefined;

export function addressFaults(root: Element, read: ReadBuilt): readonly string[] {
  const addresses = Array.from(root.querySelectorAll("[DefaultValue]"))
    .filter((element) => isAddress(element))
    .map((element) => element.getAttribute("DefaultValue") ?? "");
  const insecure = addresses.filter((address) => !address.startsWith("https://"));
  const absent = addresses.filter(
    (address) => address.startsWith(home(root)) && read(path(root, address)) === undefined,
  );
  return [
    ...insecure.map((address) => `${address} is no https address.`),
    ...absent.map((address) => `${path(root, address)} is not in the build.`),
    ...iconFaults(root, read),
  ];
}

function isAddress(element: Element): boolean {
  const text = ["DisplayName", "Description", "bt:String"].includes(element.tagName);
  return !text;
}

/** Where the add-in lives: the address of its page without the page. */
function home(root: Element): string {
  const page = root.querySelector("DefaultSettings > SourceLocation")?.getAttribute("DefaultValue") ?? "";
  return page.slice(0, page.lastIndexOf("/") + 1);
}

function path(root: Element, address: string): string {
  return address.slice(home(root).length).replace(/[?#].*$/, "");
}

function iconFaults(root: Element, read: ReadBuilt): readonly string[] {
  const fixed = [
    { tag: "IconUrl", size: 32 },
    { tag: "HighResolutionIconUrl", size: 64 },
  ].map(({ tag, size }) => ({ size, address: root.querySelector(tag)?.getAttribute("DefaultValue") ?? "" }));
  const named = Array.from(root.querySelectorAll("Icon > [size]"), (image) => ({
    size: Number(image.getAttribute("size")),
    address: resource(root, image.getAttribute("resid") ?? "") ?? "",
  }));
  const wrong = [...fixed, ...named].flatMap(({ size, address }) => {
    const picture = read(path(root, address));
    if (picture === undefined || hasPixels(picture, size)) return [];
    return [`${path(root, address)} is not a PNG of ${size} x ${size} pixels.`];
  });
  return [...wrong, ...missingSizes(root)];
}

function missingSizes(root: Element): readonly string[] {
  return Array.from(root.querySelectorAll("Icon")).flatMap((icon) => {
    const sizes = Array.from(icon.children, (image) => image.getAttribute("size"));
    const owner = icon.parentElement?.id ?? "";
    return ["16", "32", "80"]
      .filter((size) => !sizes.includes(size))
      .map((size) => `${owner} has no icon of ${size} pixels.`);
  });
}

// The header of a PNG holds width and height as 32-bit numbers right behind its name (W3C, Portable Network Graphics).
function hasPixels(picture: Uint8Array, size: number): boolean {
  const view = new DataView(picture.buffer, picture.byteOffset, picture.byteLength);
  if (view.byteLength < 24 || view.getUint32(12) !== 0x49484452) return false;
  return view.getUint32(16) === size && view.getUint32(20) === size;
}
