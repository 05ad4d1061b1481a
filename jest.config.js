// office-addin-manifest pulls two packages that ship as ES modules only, and fastify's inject a third; Node 20's jest must
// transform exactly these.
const esmOnly = "strip-bom|uuid|cookie";

const shared = {
  transform: {
    "^.+\\.tsx?$": ["ts-jest", { tsconfig: "tsconfig.test.json" }],
    [`node_modules/(?:.*/)?(${esmOnly})/.+\\.js$`]: [
      "ts-jest",
      { diagnostics: false, tsconfig: { allowJs: true, module: "commonjs", target: "es2022", types: [] } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/)?(${esmOnly})/)`],
  testPathIgnorePatterns: ["/node_modules/", "/build/", "/dist/"],
  modulePathIgnorePatterns: ["<rootDir>/build/", "<rootDir>/dist/"],
};

module.exports = {
  // Only what hangs fails by the clock: how long something takes is a benchmark's business, and machines differ.
  testTimeout: 300_000,
  projects: [
    {
      ...shared,
      displayName: "quick",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: [...shared.testPathIgnorePatterns, "/test/browser/"],
    },
    { ...shared, displayName: "browser", testEnvironment: "node", testMatch: ["<rootDir>/test/browser/**/*.test.ts"] },
  ],
};
