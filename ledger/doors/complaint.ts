/** One thing that is wrong with a request, by its place and the rule of the schema that it breaks. */
export interface Complaint {
  /** From the part of the request inwards: ["body", "asset_ids", 0]. */
  readonly path: readonly (string | number)[];
  /** The schema's keyword, such as "required" or "minimum". */
  readonly rule: string;
  /** For a type, the type that was wanted; for a format, its name. */
  readonly wanted: string;
  readonly limit?: number;
  readonly value: unknown;
  /** What is wrong, with the value, and what would be right. */
  readonly sentence: string;
}

/** What the schema checker says, of which Fastify's own type names only a part. */
interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
  readonly parentSchema?: {
    readonly description?: string;
    readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
  };
}

const complaintsMax = 50;

/** What Fastify throws when a schema refuses a request. */
export interface SchemaRefusal {
  /** The checker's errors; Fastify's own type for them names only a part of what they hold. */
  readonly validation: readonly unknown[];
  readonly validationContext?: string;
}

/** The complaints of a request that its schema refused, one for each place. */
export function complaintsOf(error: SchemaRefusal): readonly Complaint[] {
  const errors = error.validation as readonly SchemaError[];
  const part = error.validationContext === "querystring" ? "query" : (error.validationContext ?? "body");
  const choices = errors.filter((each) => each.keyword === "anyOf").map((each) => each.instancePath);
  const places = new Set<string>();
  const complaints: Complaint[] = [];
  for (const each of errors) {
    // What each branch of a choice has to say only confuses; the choice itself says it whole.
    if (each.keyword !== "anyOf" && choices.some((place) => each.instancePath.startsWith(place))) continue;
    const complaint = complaintOf(each, part);
    const place = complaint.path.join("/");
    if (places.has(place) || places.size === complaintsMax) continue;
    places.add(place);
    complaints.push(complaint);
  }
  return complaints;
}

function complaintOf(error: SchemaError, part: string): Complaint {
  const { keyword, params, data, parentSchema } = error;
  const place = [part, ...stepsOf(error.instancePath)];
  if (keyword === "required" && typeof params["missingProperty"] === "string") {
    const name = params["missingProperty"];
    const right = parentSchema?.properties?.[name]?.description;
    const sentence = `${name} is missing${right === undefined ? "" : `; it must be ${right}`}.`;
    return { path: [...place, name], rule: keyword, wanted: "", value: data, sentence };
  }
  const name = place.length === 1 ? `The ${part}` : place.slice(1).join(".");
  return {
    path: place,
    rule: keyword,
    wanted: wantedOf(params),
    ...(typeof params["limit"] === "number" ? { limit: params["limit"] } : {}),
    value: data,
    sentence: `${name} is ${shown(data)}, but must be ${parentSchema?.description ?? "otherwise"}.`,
  };
}

function wantedOf({ type, format }: Readonly<Record<string, unknown>>): string {
  const wanted = Array.isArray(type) ? (type as readonly unknown[])[0] : (type ?? format);
  return typeof wanted === "string" ? wanted : "";
}

function stepsOf(pointer: string): readonly (string | number)[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

const shownMax = 80;

/** A value as it may stand in a sentence: JSON, not too long. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  const text = value === undefined ? "missing" : JSON.stringify(value);
  return text.length > shownMax ? `${text.slice(0, shownMax)}…` : text;
}
