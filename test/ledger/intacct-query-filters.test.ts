// What Sage Intacct's "Query asset depreciation rules" says of filters, dates and filter expressions (S39 to S43).
import { startConversation } from "./conversation";
import { found, keepFourRules, refused, strange } from "./intacct-queries";
import type { Conversation } from "./conversation";

let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
  await keepFourRules(ledger);
});
afterAll(() => ledger.close());

describe("S39: filters", () => {
  test.each([
    [{ $eq: { "asset.id": "A-1" } }, "1"],
    [{ $ne: { "asset.id": "A-1" } }, "234"],
    [{ $lt: { usefulLife: 5 } }, "2"],
    [{ $lte: { usefulLife: 5 } }, "12"],
    [{ $gt: { usefulLife: 24 } }, "3"],
    [{ $gte: { usefulLife: "24" } }, "34"],
    [{ $in: { usefulLife: [3, 24] } }, "24"],
    [{ $notIn: { usefulLife: [3, 24] } }, "13"],
    [{ $between: { usefulLife: [5, 24] } }, "14"],
    [{ $notBetween: { usefulLife: [5, 24] } }, "23"],
    [{ $contains: { "asset.name": "me" } }, "124"],
    [{ $notContains: { "asset.name": "me" } }, "3"],
    [{ $startsWith: { "asset.name": "A" } }, "14"],
    [{ $notStartsWith: { "asset.name": "A" } }, "23"],
    [{ $endsWith: { "asset.name": "er" } }, "3"],
    [{ $notEndsWith: { "asset.name": "er" } }, "124"],
    [{ $eq: { "asset.name": strange } }, "4"],
    // Numbers are compared as numbers, whichever way they are written.
    [{ $gt: { depreciationRate: "9.50" } }, "2"],
    [{ $eq: { depreciationRate: 9.5 } }, "3"],
    [{ $lt: { depreciationRate: "10" } }, "3"],
    // What holds nothing is equal to nothing alone.
    [{ $eq: { depreciationRate: null } }, "14"],
    [{ $ne: { depreciationRate: null } }, "23"],
    [{ $ne: { depreciationRate: "30.00" } }, "134"],
    [{ $notBetween: { depreciationRate: ["1.00", "100.00"] } }, "14"],
    [{ $contains: { id: "3" } }, "3"],
    [{ $lt: { "asset.acquisitionDate": "2022-03-31" } }, "24"],
  ])("S39: %j", async (filter, digits) => {
    expect(await found(ledger, [filter])).toBe(digits);
  });

  test("S40: the operator without its dollar sign, as one sentence of the document writes it", async () => {
    expect(await found(ledger, [{ eq: { "asset.id": "B-3" } }])).toBe("3");
    expect(await found(ledger, [{ startsWith: { "asset.id": "B" } }])).toBe("34");
  });

  test.each([
    [{ $like: { id: "1" } }, 'operator "$like"'],
    [{ $eq: {} }, "an object with one name"],
    [{ $eq: { id: "1", key: "1" } }, "an object with one name"],
    [{}, "an object with one name"],
    ["1", "an object with one name"],
    [{ $eq: { nothing: 1 } }, 'has no field "nothing"'],
    [{ $eq: { id: ["1"] } }, "takes one value"],
    [{ $in: { id: "1" } }, "takes a list of 1 to 1000 values"],
    [{ $in: { id: [] } }, "takes a list of 1 to 1000 values"],
    [{ $between: { id: [1] } }, "takes a list of two values"],
    [{ $gt: { usefulLife: "many" } }, "must ask for a number"],
    [{ $eq: { "asset.acquisitionDate": "01/31/2022" } }, "must ask for a date"],
  ])("%j is refused: %s", async (filter, sentence) => {
    expect(await refused(ledger, { filters: [filter] })).toContain(sentence);
  });
});

describe("dates", () => {
  // Bought: 1 on 2022-03-31 (a Thursday), 2 on 2022-03-01 (a Tuesday), 3 on 2022-04-01, 4 on 2021-12-31.
  test.each([
    ["today", "2022-04-01", "3"],
    ["yesterday", "2022-04-01", "1"],
    ["currentWeek", "2022-04-03", "13"],
    ["currentWeek", "2022-03-28", "13"],
    ["lastWeek", "2022-04-04", "13"],
    ["lastWeek", "2022-04-03", ""],
    ["currentMonth", "2022-03-15", "12"],
    ["priorMonth", "2022-01-31", "4"],
    ["currentQuarter", "2022-03-31", "12"],
    ["priorQuarter", "2022-06-30", "12"],
    ["priorQuarter", "2022-01-01", "4"],
    ["currentYear", "2022-12-31", "123"],
    ["priorYear", "2022-01-01", "4"],
  ])("S41: %s as of %s", async (macro, asOfDate, digits) => {
    expect(await found(ledger, [{ $eq: { "asset.acquisitionDate": macro } }], { filterParameters: { asOfDate } })).toBe(
      digits,
    );
  });

  test("S41 (decided): the other operators look at the ends of a macro's days", async () => {
    const filterParameters = { asOfDate: "2022-03-15" };
    const at = (operator: string, asked: unknown) =>
      found(ledger, [{ [operator]: { "asset.acquisitionDate": asked } }], { filterParameters });
    expect(await at("$lt", "currentMonth")).toBe("4");
    expect(await at("$lte", "currentMonth")).toBe("124");
    expect(await at("$gt", "currentMonth")).toBe("3");
    expect(await at("$gte", "currentMonth")).toBe("123");
    expect(await at("$ne", "currentMonth")).toBe("34");
    expect(await at("$between", ["priorYear", "currentMonth"])).toBe("124");
    expect(await at("$in", ["priorYear", "2022-04-01"])).toBe("34");
  });

  test("S42: as of 2022-04-01 the prior month is March; without a date it is the current one", async () => {
    const filters = [{ $eq: { "asset.acquisitionDate": "priorMonth" } }];
    expect(await found(ledger, filters, { filterParameters: { asOfDate: "2022-04-01" } })).toBe("12");
    expect(await found(ledger, filters)).toBe("");
    // The rules themselves were made today, whichever day that is in UTC.
    expect(await found(ledger, [{ $eq: { "audit.createdDateTime": "currentYear" } }])).toBe("1234");
    expect(await refused(ledger, { filterParameters: { asOfDate: "2022-02-30" } })).toContain("asOfDate");
  });
});

describe("S43: filter expressions", () => {
  const filters = [
    { $eq: { "depreciationMethod.id": "DB" } },
    { $lt: { usefulLife: 10 } },
    { $eq: { "asset.id": "B-4" } },
  ];

  test.each([
    ["(1 and 2) or 3", "24"],
    ["1 and (2 or 3)", "2"],
    ["3 or 1 and 2", "24"],
    ["1 or 2 or 3", "1234"],
    ["((1)and(2))OR 3", "24"],
    ["and", ""],
    [" or ", "1234"],
    ["1 and 2 and 3 or 2 and 3 or 1 and 2", "2"],
  ])("S43: %j", async (filterExpression, digits) => {
    expect(await found(ledger, filters, { filterExpression })).toBe(digits);
  });

  test("S43: left out, all must hold", async () => {
    expect(await found(ledger, filters.slice(0, 2))).toBe("2");
    expect(await found(ledger, filters)).toBe("");
  });

  test.each([
    ["1 and 2", "leaves out filter 3"],
    ["1 and 2 and 3 and 4", "there are filters 1 to 3 and no 4"],
    ["0 or 1 or 2 or 3", "no 0"],
    ["(1 and 2 or 3", "must be written as in"],
    ["1 2 3", "must be written as in"],
    ["1 and and 2 or 3", "must be written as in"],
    ["1 xor 2", "may hold only"],
    ["1 and 2 or 3; drop table assets", "may hold only"],
    ["(".repeat(2_000), "at most 1000 characters"],
    [`${"(".repeat(400)}1 and 2 and 3${")".repeat(399)}`, "must be written as in"],
    ["", "must be written as in"],
  ])("%j is refused: %s", async (filterExpression, sentence) => {
    expect(await refused(ledger, { filters, filterExpression })).toContain(sentence);
  });
});
