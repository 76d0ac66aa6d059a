/** An error as S3 answers it. */
export class S3Fault extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status: number) {
    super(message);
    this.name = "S3Fault";
    this.code = code;
    this.status = status;
  }
}

export const noSuchKey = (): S3Fault =>
  new S3Fault("NoSuchKey", "The specified key does not exist.", 404);

export const noSuchBucket = (): S3Fault =>
  new S3Fault("NoSuchBucket", "The specified bucket does not exist", 404);

export const notImplemented = (what: string): S3Fault =>
  new S3Fault("NotImplemented", `The local endpoint has no ${what}.`, 501);
