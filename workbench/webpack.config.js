// The workbench page: Univer, the host of office.js and what is around them. It is built apart from the add-in because
// Univer takes most of a minute; the cache under build/.cache makes the next build a matter of seconds.
const path = require("node:path");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");
const { IgnorePlugin } = require("webpack");

// Univer's renderer offers word breaking in 77 languages as files of their own. It asks for British English at start.
const hyphenationOfOtherLanguages = /^\.\/(?!en-gb)[\w-]+-[\w-]{8}\.js$/;

module.exports = (_env, { mode = "production" } = {}) => ({
  mode,
  context: __dirname,
  entry: { workbench: "./page/main.ts" },
  output: {
    path: path.resolve(__dirname, "../build/workbench"),
    publicPath: "/workbench/",
    filename: "[name].[contenthash].js",
    chunkFilename: "[name].[contenthash].js",
    clean: true,
  },
  devtool: mode === "production" ? false : "source-map",
  resolve: { extensions: [".ts", ".js"] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        exclude: /node_modules/,
        use: { loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
      },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
    ],
  },
  plugins: [
    new IgnorePlugin({ resourceRegExp: hyphenationOfOtherLanguages, contextRegExp: /@univerjs[\\/]engine-render/ }),
    new MiniCssExtractPlugin({ filename: "[name].[contenthash].css" }),
    new HtmlWebpackPlugin({ template: "./page/index.html", scriptLoading: "defer" }),
  ],
  optimization: {
    // Univer stays as it is whatever the page uses of it, so that it is minified once and then comes out of the cache.
    usedExports: false,
    concatenateModules: false,
    mangleExports: false,
    splitChunks: {
      cacheGroups: { grid: { test: /node_modules/, name: "grid", chunks: "initial", priority: 1 } },
    },
  },
  // The whole grid is one download of some megabytes from this machine to itself.
  performance: { hints: false },
  cache: {
    type: "filesystem",
    cacheDirectory: path.resolve(__dirname, "../build/.cache/workbench"),
    buildDependencies: { config: [__filename] },
  },
});
