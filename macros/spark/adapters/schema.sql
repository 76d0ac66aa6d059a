{# Databases, which dbt calls schemas: Spark has no level above them. #}

{% macro spark__create_schema(relation) -%}
  {%- call statement('create_schema') -%}
    create schema if not exists {{ relation.without_identifier() }}
  {%- endcall -%}
{%- endmacro %}


{% macro spark__drop_schema(relation) -%}
  {%- call statement('drop_schema') -%}
    drop schema if exists {{ relation.without_identifier() }} cascade
  {%- endcall -%}
{%- endmacro %}


{% macro spark__generate_database_name(custom_database_name=none, node=none) -%}
  {%- do return(none) -%}
{%- endmacro %}
