import { describe, expect, it } from "vitest";
import { makeRelation, renderRelation } from "../relation.ts";
import { inCatalogOf, withoutDoubledCatalog } from "./iceberg-catalog.ts";

const orders = makeRelation({ schema: "shop", identifier: "orders" });

describe("the catalog of Iceberg tables", () => {
  it("is named before the schema of an Iceberg table, and of nothing else", () => {
    const text = (type: "table" | "view", provider: string | null): string =>
      renderRelation(inCatalogOf(orders, { type, provider }, "glue_catalog"));
    expect(text("table", "iceberg")).toBe("glue_catalog.shop.orders");
    expect(text("table", "delta")).toBe("shop.orders");
    expect(text("view", null)).toBe("shop.orders");
  });

  it("is not named where the schema is left out", () => {
    const bare = { ...orders, includePolicy: { ...orders.includePolicy, schema: false } };
    expect(renderRelation({ ...bare, catalog: "glue_catalog" })).toBe("orders");
  });

  it("is not named a second time where a macro has put it into the schema", () => {
    const relation = makeRelation({ schema: "glue_catalog.shop", identifier: "orders" });
    expect(renderRelation({ ...relation, catalog: "glue_catalog" })).toBe(
      "glue_catalog.shop.orders",
    );
  });

  it("is not named a second time where the model writes it before its reference", () => {
    expect(
      withoutDoubledCatalog("select * from glue_catalog.glue_catalog.shop.orders", "glue_catalog"),
    ).toBe("select * from glue_catalog.shop.orders");
  });
});
