import type { Sound } from "./settings";

/// One tone of a sound. Times in seconds from its beginning, frequencies in hertz.
export interface Tone {
  readonly at: number;
  readonly lasts: number;
  readonly from: number;
  readonly to: number;
  readonly wave: OscillatorType;
  /// From 0 to 1.
  readonly loud: number;
}

/// Of one another they differ in how many tones they have, how high these are and where they go: they are told apart also
/// through the loudspeaker of a laptop.
export const scores: Readonly<Record<Sound, readonly Tone[]>> = {
  chime: [
    { at: 0, lasts: 0.35, from: 659, to: 659, wave: "sine", loud: 0.2 },
    { at: 0.12, lasts: 0.55, from: 880, to: 880, wave: "sine", loud: 0.2 },
  ],
  drop: [{ at: 0, lasts: 0.22, from: 1100, to: 420, wave: "sine", loud: 0.28 }],
  knock: [
    { at: 0, lasts: 0.07, from: 260, to: 150, wave: "triangle", loud: 0.5 },
    { at: 0.14, lasts: 0.07, from: 260, to: 150, wave: "triangle", loud: 0.4 },
  ],
};

/// The loudspeaker of a tab. It is silent until somebody has clicked or typed in the tab: so browsers want it.
export interface Loudspeaker {
  /// Whether a sound would be heard now.
  readonly ready: () => boolean;
  readonly play: (sound: Sound) => Promise<void>;
}

export function createLoudspeaker(): Loudspeaker {
  let context: AudioContext | undefined;
  return {
    ready: () => navigator.userActivation?.hasBeenActive ?? true,
    play: async (sound) => {
      try {
        context ??= new AudioContext();
        await context.resume();
        strike(context, sound);
      } catch {
        // No loudspeaker, or the browser keeps it silent.
      }
    },
  };
}

function strike(context: AudioContext, sound: Sound): void {
  const begin = context.currentTime + 0.02;
  for (const tone of scores[sound]) {
    const oscillator = new OscillatorNode(context, { type: tone.wave, frequency: tone.from });
    const gain = new GainNode(context, { gain: 0 });
    const start = begin + tone.at;
    const end = start + tone.lasts;
    oscillator.frequency.setValueAtTime(tone.from, start);
    oscillator.frequency.exponentialRampToValueAtTime(tone.to, end);
    // A tone that begins or ends at once clicks.
    gain.gain.setValueAtTime(0.0001, start);
    gain.gain.exponentialRampToValueAtTime(tone.loud, start + 0.01);
    gain.gain.exponentialRampToValueAtTime(0.0001, end);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(end);
  }
}
