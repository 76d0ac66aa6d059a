import { WORKER_TYPES } from "../adapters/spark/worker-types.ts";
import { invalidInput } from "./glue-fault.ts";
import type { Input } from "./request.ts";

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
  const dpu = WORKER_TYPES[workerType]?.dpu;
  if (dpu === undefined) throw invalidInput(`Worker type ${workerType} is not known.`);
  if (numberOfWorkers === undefined || numberOfWorkers < 2)
    throw invalidInput("Number of workers must be at least 2.");
  return { maxCapacity: numberOfWorkers * dpu, numberOfWorkers, workerType };
}
