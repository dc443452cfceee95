/// A QR code (ISO/IEC 18004) of a text in bytes, with the least error correction: it is read off a screen, not off a crate.
/// Versions 1 to 9, one fixed mask, which every reader understands.

/// Of each version at level L: data bytes of a block, number of blocks, bytes of correction for each.
const versions: readonly (readonly [data: number, blocks: number, correction: number])[] = [
  [19, 1, 7],
  [34, 1, 10],
  [55, 1, 15],
  [80, 1, 20],
  [108, 1, 26],
  [68, 2, 18],
  [78, 2, 20],
  [97, 2, 24],
  [116, 2, 30],
];

/// Mode and length stand before the text.
const overhead = 2;

/// The squares of the code by row, true for dark; undefined for a text that is too long.
export function qrCode(text: string): readonly (readonly boolean[])[] | undefined {
  const bytes = new TextEncoder().encode(text);
  const place = versions.findIndex(([data, blocks]) => bytes.length <= data * blocks - overhead);
  const version = versions[place];
  if (version === undefined) {
    return undefined;
  }
  return draw(place + 1, withCorrection(padded(bytes, version[0] * version[1]), version));
}

/// Mode, length, text, end, and the filling that the standard names.
function padded(bytes: Uint8Array, length: number): readonly number[] {
  const whole = [0x4, bytes.length >> 4, bytes.length & 0xf];
  const nibbles = [...whole, ...[...bytes].flatMap((byte) => [byte >> 4, byte & 0xf]), 0];
  const packed = Array.from({ length: nibbles.length / 2 }, (_, index) => {
    return ((nibbles[2 * index] ?? 0) << 4) | (nibbles[2 * index + 1] ?? 0);
  });
  const filling = [0xec, 0x11];
  return [
    ...packed,
    ...Array.from({ length: length - packed.length }, (_, index) => filling[index % 2] ?? 0),
  ];
}

/// The blocks' bytes in turns, then those of their correction in turns.
function withCorrection(
  bytes: readonly number[],
  [data, blocks, correction]: readonly [number, number, number],
): readonly number[] {
  const parts = Array.from({ length: blocks }, (_, block) => bytes.slice(block * data, (block + 1) * data));
  const checks = parts.map((part) => remainder(part, generator(correction)));
  return [...inTurns(parts, data), ...inTurns(checks, correction)];
}

function inTurns(lists: readonly (readonly number[])[], length: number): readonly number[] {
  return Array.from({ length }, (_, index) => lists.map((list) => list[index] ?? 0)).flat();
}

/// Product in the field of 256 elements that the standard uses.
function times(one: number, other: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((other >> bit) & 1) * one;
  }
  return product;
}

/// The polynomial whose roots are the first powers of 2, without its leading 1.
function generator(degree: number): readonly number[] {
  let polynomial: readonly number[] = [...Array.from({ length: degree - 1 }, () => 0), 1];
  let root = 1;
  for (let power = 0; power < degree; power += 1) {
    const present = polynomial;
    const factor = root;
    polynomial = present.map((value, index) => times(value, factor) ^ (present[index + 1] ?? 0));
    root = times(root, 2);
  }
  return polynomial;
}

function remainder(part: readonly number[], divisor: readonly number[]): readonly number[] {
  return part.reduce<readonly number[]>(
    (rest, byte) => {
      const factor = byte ^ (rest[0] ?? 0);
      return divisor.map((value, index) => times(value, factor) ^ (rest[index + 1] ?? 0));
    },
    divisor.map(() => 0),
  );
}

/// What stands where; undefined: free for data.
type Grid = (boolean | undefined)[][];

function draw(version: number, bytes: readonly number[]): readonly (readonly boolean[])[] {
  const size = 17 + 4 * version;
  const grid: Grid = Array.from({ length: size }, () => Array.from({ length: size }, () => undefined));
  drawTiming(grid);
  drawFinders(grid);
  drawAlignment(grid, version);
  drawFormat(grid);
  if (version >= 7) {
    drawVersion(grid, version);
  }
  drawData(grid, bytes);
  return grid.map((row) => row.map((dark) => dark === true));
}

function set(grid: Grid, x: number, y: number, dark: boolean): void {
  const row = grid[y];
  if (row !== undefined && x >= 0 && x < row.length) {
    row[x] = dark;
  }
}

function drawFinders(grid: Grid): void {
  const far = grid.length - 4;
  for (const [x, y] of [
    [3, 3],
    [far, 3],
    [3, far],
  ] as const) {
    square(grid, x, y, 4, (distance) => distance !== 2 && distance !== 4);
  }
}

function drawAlignment(grid: Grid, version: number): void {
  const last = grid.length - 7;
  const places = version === 1 ? [] : version < 7 ? [6, last] : [6, (6 + last) / 2, last];
  for (const x of places) {
    for (const y of places) {
      // Three corners belong to the finders.
      const corner = Math.max(x, y) === 6 || (Math.min(x, y) === 6 && Math.max(x, y) === last);
      if (!corner) {
        square(grid, x, y, 2, (distance) => distance !== 1);
      }
    }
  }
}

/// Rings around a middle, each dark or light.
function square(
  grid: Grid,
  middleX: number,
  middleY: number,
  reach: number,
  isDark: (distance: number) => boolean,
): void {
  for (let down = -reach; down <= reach; down += 1) {
    for (let right = -reach; right <= reach; right += 1) {
      set(grid, middleX + right, middleY + down, isDark(Math.max(Math.abs(right), Math.abs(down))));
    }
  }
}

function drawTiming(grid: Grid): void {
  for (let place = 0; place < grid.length; place += 1) {
    set(grid, 6, place, place % 2 === 0);
    set(grid, place, 6, place % 2 === 0);
  }
}

/// A number followed by the rest of its division, as both notes of the code have it.
function checked(value: number, length: number, divisor: number): number {
  let rest = value;
  for (let step = 0; step < length; step += 1) {
    rest = (rest << 1) ^ ((rest >> (length - 1)) * divisor);
  }
  return (value << length) | rest;
}

function drawFormat(grid: Grid): void {
  const size = grid.length;
  const bits = checked(0b01_000, 10, 0x537) ^ 0x5412;
  const isDark = (bit: number): boolean => ((bits >> bit) & 1) === 1;
  for (let bit = 0; bit < 15; bit += 1) {
    const row = bit < 6 ? bit : bit < 8 ? bit + 1 : undefined;
    const column = bit === 8 ? 7 : 14 - bit;
    set(grid, row === undefined ? column : 8, row ?? 8, isDark(bit));
    set(grid, bit < 8 ? size - 1 - bit : 8, bit < 8 ? 8 : size - 15 + bit, isDark(bit));
  }
  set(grid, 8, size - 8, true);
}

function drawVersion(grid: Grid, version: number): void {
  const bits = checked(version, 12, 0x1f25);
  for (let bit = 0; bit < 18; bit += 1) {
    const near = Math.floor(bit / 3);
    const far = grid.length - 11 + (bit % 3);
    set(grid, far, near, ((bits >> bit) & 1) === 1);
    set(grid, near, far, ((bits >> bit) & 1) === 1);
  }
}

/// Two columns at a time from the right, up and down in turns, beside the upright timing line.
function drawData(grid: Grid, bytes: readonly number[]): void {
  const size = grid.length;
  let next = 0;
  for (let pair = size - 1; pair > 0; pair -= 2) {
    const right = pair <= 6 ? pair - 1 : pair;
    const upward = ((size - 1 - pair) / 2) % 2 === 0;
    for (let step = 0; step < 2 * size; step += 1) {
      const x = right - (step % 2);
      const down = Math.floor(step / 2);
      const y = upward ? size - 1 - down : down;
      if (grid[y]?.[x] === undefined) {
        const dark = (((bytes[next >> 3] ?? 0) >> (7 - (next % 8))) & 1) === 1;
        set(grid, x, y, dark !== ((x + y) % 2 === 0));
        next += 1;
      }
    }
  }
}
