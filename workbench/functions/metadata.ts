/** One parameter as functions.json describes it. */
export interface ParameterMetadata {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
  readonly customEnumId?: string;
}

/** One function as functions.json describes it. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result?: { readonly dimensionality?: string; readonly type?: string };
}

export interface EnumMetadata {
  readonly id: string;
  readonly values: readonly {
    readonly name: string;
    readonly stringValue?: string;
    readonly numberValue?: number;
    readonly tooltip?: string;
  }[];
}

/** The whole of functions.json. */
export interface FunctionsMetadata {
  readonly functions: readonly FunctionMetadata[];
  readonly enums?: readonly EnumMetadata[];
}

/** Reads the text of functions.json. Throws an Error that says what is wrong with it. */
export function readMetadata(text: string): FunctionsMetadata {
  const json = JSON.parse(text) as Partial<FunctionsMetadata>;
  if (!Array.isArray(json.functions)) throw new Error("functions.json has no list of functions.");
  for (const { id, parameters } of json.functions as Partial<FunctionMetadata>[]) {
    if (typeof id !== "string" || !Array.isArray(parameters)) {
      throw new Error(`functions.json: "${String(id)}" lacks an id or a list of parameters.`);
    }
  }
  return json as FunctionsMetadata;
}

/** Number of arguments a call may have: every required one, and no more than there are parameters. */
export function argumentCount({ parameters }: FunctionMetadata): { readonly least: number; readonly most: number } {
  const least = parameters.reduce((count, { optional }, index) => (optional === true ? count : index + 1), 0);
  const most = parameters.some(({ repeating }) => repeating === true) ? Infinity : parameters.length;
  return { least, most };
}
