import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "build/", "data/", "node_modules/", "**/*.js", "**/*.mjs"] },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "max-lines-per-function": ["error", { max: 50, skipBlankLines: true, skipComments: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  {
    // A describe block is a heading, not a function that anybody reads as one.
    files: ["test/**/*.ts", "test/**/*.tsx"],
    rules: { "max-lines-per-function": "off" },
  },
);
