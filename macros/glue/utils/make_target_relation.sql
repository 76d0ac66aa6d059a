{# Tables of Iceberg and S3 Tables live in a catalog of their own: its name goes before the schema, once. #}

{% macro glue__make_target_relation(relation, file_format) %}
  {%- set catalog = adapter.get_custom_iceberg_catalog_namespace() -%}
  {%- if relation.type == 'view' and relation | string == relation.identifier -%}
    {#- a temporary view: the session knows it by its bare name -#}
    {%- do return(relation.include(schema=false)) -%}
  {%- elif not catalog or file_format not in ['iceberg', 's3tables'] or relation.schema.startswith(catalog ~ '.') -%}
    {%- do return(relation) -%}
  {%- endif -%}
  {%- do return(relation.incorporate(path={"schema": catalog ~ '.' ~ relation.schema, "identifier": relation.identifier})) -%}
{% endmacro %}
