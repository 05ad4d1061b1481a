// Draws the add-in's icons: `node scripts/draw-icons.mjs` writes assets/*.png. They are committed; run it again after changing a picture.
import { mkdirSync, writeFileSync } from "node:fs";
import { deflateSync } from "node:zlib";

const paper = [255, 255, 255];
const ink = [11, 87, 74];
const accent = [242, 169, 59];

/** A rectangle with round corners in the unit square, as a test of a point. */
const box =
  (left, top, right, bottom, radius = 0) =>
  (x, y) => {
    if (x < left || x > right || y < top || y > bottom) return false;
    const dx = Math.max(left + radius - x, x - (right - radius), 0);
    const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
    return dx * dx + dy * dy <= radius * radius || dx === 0 || dy === 0;
  };

const tile = { shape: box(0, 0, 1, 1, 0.2), colour: ink };

/** Later shapes lie on top. Book values that step down; a table with a heading; a sheet with an arrow into a ledger. */
const pictures = {
  icon: [
    tile,
    { shape: box(0.17, 0.2, 0.31, 0.82), colour: paper },
    { shape: box(0.35, 0.43, 0.49, 0.82), colour: paper },
    { shape: box(0.53, 0.58, 0.67, 0.82), colour: paper },
    { shape: box(0.71, 0.69, 0.85, 0.82), colour: accent },
  ],
  register: [
    tile,
    { shape: box(0.16, 0.2, 0.84, 0.36), colour: accent },
    { shape: box(0.16, 0.42, 0.36, 0.56), colour: paper },
    { shape: box(0.42, 0.42, 0.84, 0.56), colour: paper },
    { shape: box(0.16, 0.62, 0.36, 0.76), colour: paper },
    { shape: box(0.42, 0.62, 0.84, 0.76), colour: paper },
  ],
  post: [
    tile,
    { shape: box(0.16, 0.72, 0.84, 0.84), colour: paper },
    { shape: box(0.43, 0.16, 0.57, 0.44), colour: accent },
    { shape: (x, y) => y >= 0.4 && y <= 0.64 && Math.abs(x - 0.5) <= 0.64 - y, colour: accent },
  ],
};

// Each pixel is looked at in 8 x 8 places, which makes the edges smooth.
const places = 8;

function colourAt(shapes, x, y) {
  return shapes.findLast(({ shape }) => shape(x, y))?.colour;
}

function pixel(shapes, size, column, row) {
  const sum = [0, 0, 0];
  let hits = 0;
  for (let place = 0; place < places * places; place++) {
    const x = (column + ((place % places) + 0.5) / places) / size;
    const y = (row + (Math.floor(place / places) + 0.5) / places) / size;
    const colour = colourAt(shapes, x, y);
    if (colour === undefined) continue;
    hits += 1;
    colour.forEach((part, index) => (sum[index] += part));
  }
  return [...sum.map((part) => (hits === 0 ? 0 : Math.round(part / hits))), Math.round((255 * hits) / places ** 2)];
}

function scanLine(shapes, size, row) {
  const noFilter = [0];
  return noFilter.concat(...Array.from({ length: size }, (_, column) => pixel(shapes, size, column, row)));
}

/** The checksum that PNG asks for; node:zlib offers it from Node 22 on only. */
function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG file (W3C, Portable Network Graphics): signature, header, one block of deflated scan lines, end. */
function png(shapes, size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const lines = Buffer.from(Array.from({ length: size }, (_, row) => scanLine(shapes, size, row)).flat());
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(lines)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const assets = new URL("../assets/", import.meta.url);
mkdirSync(assets, { recursive: true });
for (const [name, shapes] of Object.entries(pictures)) {
  for (const size of [16, 32, 64, 80]) writeFileSync(new URL(`${name}-${size}.png`, assets), png(shapes, size));
}
