// The plain part of XML, and nothing of the rest. What is refused is the usual list of attacks on readers of XML; what is
// written is judged by a browser's own reader (jsdom's DOMParser).
import { JSDOM } from "jsdom";
import { readXml, XmlUnreadable } from "../../src/xml/reader";
import { writeXml } from "../../src/xml/writer";

const read = (text: string) => readXml(text, 500);

describe("what no reader of XML should take", () => {
  const nested = (depth: number): string => "<a>".repeat(depth) + "</a>".repeat(depth);

  test.each([
    ["a document type", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><freeagent>&e;</freeagent>'],
    ["an entity of its own", "<freeagent>&e;</freeagent>"],
    ["a processing instruction", "<?php x ?><freeagent/>"],
    ["CDATA", "<freeagent><![CDATA[x]]></freeagent>"],
    ["too many levels", nested(17)],
    ["a great many levels", nested(100_000)],
    ["too many elements", `<a>${Array.from({ length: 500 }, (_, n) => `<b${n}/>`).join("")}</a>`],
    ["an element given twice", "<freeagent><expense/><expense/></freeagent>"],
    ["text beside elements", "<freeagent>x<expense/></freeagent>"],
    ["an element that is not closed", "<freeagent><expense></freeagent>"],
    ["two roots", "<freeagent/><freeagent/>"],
    ["a name that would poison an object", "<freeagent><__proto__>x</__proto__></freeagent>"],
    ["half a character", "<freeagent>&#xD800;</freeagent>"],
    ["a zero character", "<freeagent>&#0;</freeagent>"],
    ["nothing", ""],
    ["no XML", "{}"],
    ["an attribute that is not closed", '<freeagent a="1></freeagent>'],
  ])("%s", (_what, text) => {
    expect(() => read(text)).toThrow(XmlUnreadable);
  });

  test("long runs of blanks and comments are read in one go", () => {
    const text = `<!--${"- ".repeat(100_000)}--><a>${" ".repeat(200_000)}</a>${"<!-- -->".repeat(20_000)}`;
    expect(read(text)).toEqual(["a", ""]);
  });
});

describe("what is read and written", () => {
  test("the five entities and numbered characters, nil, attributes, and text without the blanks around it", () => {
    const text = `<a x='1'>\n <b nil="true"/><c type="string"> &lt;&amp;&gt;&quot;&apos; &#8364;&#x20AC; </c><d/></a>`;
    expect(read(text)).toEqual(["a", { b: null, c: `<&>"' €€`, d: "" }]);
  });

  test("type=array is a list, also of nothing; its elements may have one name", () => {
    const text = '<a><b type=\'array\'>\n<c>1</c><c><d>2</d></c></b><e type="array"/><f type="array"></f></a>';
    expect(read(text)).toEqual(["a", { b: ["1", { d: "2" }], e: [], f: [] }]);
    expect(() => read('<a type="array">x<b/></a>')).toThrow(XmlUnreadable);
    expect(() => read('<a type="array">x</a>')).toThrow(XmlUnreadable);
  });

  test("as many elements as the reader is told, and not one more", () => {
    expect(readXml("<a><b/><c/></a>", 3)).toEqual(["a", { b: "", c: "" }]);
    expect(() => readXml("<a><b/><c/></a>", 2)).toThrow("too many");
  });

  test("null is nil, and what cannot stand in XML is replaced", () => {
    expect(writeXml("freeagent", { a: null, b: "x\u0001y", c: [{ d: true }], e: undefined })).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<freeagent>\n' +
        '  <a nil="true"/>\n  <b>x\ufffdy</b>\n  <c type="array">\n    <c>\n      <d>true</d>\n    </c>\n  </c>\n</freeagent>\n',
    );
  });

  test.each([
    "<b>&amp;</b> ]]> <!-- x --> <?y?>",
    `"x" 'y'`,
    '=WEBSERVICE("http://evil.example")',
    "Asset Name _~!@#$%^*()_+=-`1682315965",
    "ünïcode 漢字 😀\ttab\r\nline",
  ])("a browser reads the text %j as it was written, and so do we", (text) => {
    const written = writeXml("freeagent", { expense: { description: `.${text}.` } });
    const parser = new new JSDOM("").window.DOMParser();
    const document = parser.parseFromString(written, "application/xml");
    expect(document.getElementsByTagName("description").item(0)?.textContent).toBe(`.${text}.`);
    expect(read(written)).toEqual(["freeagent", { expense: { description: `.${text}.` } }]);
  });
});
