import { assetType } from "./asset";
import { classificationType } from "./classification";
import { depreciationMethodType } from "./depreciation-method";
import { postingRuleType } from "./posting-rule";
import { ruleType } from "./rule";
import type { Fielded, Fields } from "./fields";
import type { Session } from "../store/store";

/** A kind of object that can be listed, shown and queried. */
export interface ObjectType {
  /** `<application>/<object>`. */
  readonly name: string;
  readonly fields: Fields;
  /** The fields that are shown when one is asked for by its key. */
  readonly shown: readonly string[];
  /** All of the business, or the one of a key, in the order of their keys. */
  load(session: Session, businessId: string, key?: string): Promise<readonly Fielded[]>;
}

export const objectTypes: readonly ObjectType[] = [
  ruleType,
  assetType,
  depreciationMethodType,
  postingRuleType,
  classificationType,
];
