/** Written in by the build. */
declare const __VERSION__: string;

/** Version of the widget, as its package has it. */
export const version: string = __VERSION__;
