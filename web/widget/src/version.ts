/** Written in by the build. */
declare const WIDGET_VERSION: string;

/** Version of the widget, as its package has it. */
export const version: string = WIDGET_VERSION;
