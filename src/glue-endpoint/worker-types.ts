import { invalidInput } from "./glue-fault.ts";
import type { Input } from "./request.ts";

/** DPUs of one worker (AWS Glue's worker types; R.* and Z.* count memory-optimised DPUs). */
const DPU_OF_WORKER: Readonly<Record<string, number>> = {
  Standard: 1,
  "G.025X": 0.25,
  "G.1X": 1,
  "G.2X": 2,
  "G.4X": 4,
  "G.8X": 8,
  "G.12X": 12,
  "G.16X": 16,
  "R.1X": 1,
  "R.2X": 2,
  "R.4X": 4,
  "R.8X": 8,
  "Z.2X": 2,
};

const DEFAULT_CAPACITY = 5;

/** Workers and capacity of a CreateSession call; the two ways to say it exclude each other. */
export function readWorkers(input: Input): {
  maxCapacity: number;
  numberOfWorkers: number | undefined;
  workerType: string | undefined;
} {
  const numberOfWorkers = input.optionalInteger("NumberOfWorkers");
  const workerType = input.optionalString("WorkerType");
  const maxCapacity = input.optionalNumber("MaxCapacity");
  if (maxCapacity !== undefined && (workerType !== undefined || numberOfWorkers !== undefined))
    throw invalidInput(
      "Please do not set Max Capacity if using Worker Type and Number of Workers.",
    );
  if (workerType === undefined)
    return { maxCapacity: maxCapacity ?? DEFAULT_CAPACITY, numberOfWorkers, workerType };
  const dpu = DPU_OF_WORKER[workerType];
  if (dpu === undefined) throw invalidInput(`Worker type ${workerType} is not known.`);
  if (numberOfWorkers === undefined || numberOfWorkers < 2)
    throw invalidInput("Number of workers must be at least 2.");
  return { maxCapacity: numberOfWorkers * dpu, numberOfWorkers, workerType };
}
