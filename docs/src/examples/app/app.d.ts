/** Stands for the root component of the reader. */
export declare const App: object;
