/** Something that must be so before a project can run on an engine. */
export interface Check {
  /** `database`, `location`, ... */
  readonly title: string;
  /** Checks that follow make no sense without it. */
  readonly isGround?: boolean;
  /** Says in a few words what was found; rejects with an EngineError that says what to do. */
  readonly run: () => Promise<string>;
}
