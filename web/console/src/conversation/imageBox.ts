/// The size of a picture in a thread, in CSS pixels.
export interface Box {
  readonly width: number;
  readonly height: number;
}

/// A style that reserves the box, and keeps its form where the column is narrower than it.
export function boxStyle({ width, height }: Box): { readonly width: number; readonly aspectRatio: string } {
  return { width, aspectRatio: `${width} / ${height}` };
}

const largest: Box = { width: 320, height: 240 };
const smallest = 48;

/// The picture fitted into the largest box without being enlarged; a fixed box where its size is not known.
export function boxOf(width: number | undefined, height: number | undefined): Box {
  if (width === undefined || height === undefined || width <= 0 || height <= 0) {
    return largest;
  }
  const scale = Math.min(1, largest.width / width, largest.height / height);
  return {
    width: Math.max(smallest, Math.round(width * scale)),
    height: Math.max(smallest, Math.round(height * scale)),
  };
}
