import { propertiesNotMapping } from "../../errors/properties-errors.ts";
import type { SourceFile } from "../../project/source-file.ts";
import { readYaml } from "../../yaml/read-yaml.ts";
import type { Mapping } from "../../yaml/typed-readers.ts";
import { describeKind, isMapping } from "../../yaml/typed-readers.ts";
import type { YamlDocument } from "../../yaml/yaml-document.ts";

/** A properties file with at least one key. */
export interface PropertiesFile {
  readonly file: SourceFile;
  readonly document: YamlDocument;
  readonly sections: Mapping;
  /** `package://path`: a node's `patch_path`. */
  readonly id: string;
}

/** Reads a properties file; undefined for an empty one. */
export function readPropertiesFile(file: SourceFile): PropertiesFile | undefined {
  const document = readYaml(file.text, file.originalFilePath);
  const { value } = document;
  if (value === null) return undefined;
  if (!isMapping(value)) throw propertiesNotMapping(describeKind(value), document.placeOf([]));
  return { file, document, sections: value, id: `${file.packageName}://${file.originalFilePath}` };
}
