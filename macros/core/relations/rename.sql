{# Renaming a relation: the DDL, and doing it. #}

{% macro get_rename_sql(relation, new_name) -%}
  {%- do log("Applying RENAME to: " ~ relation) -%}
  {%- do return(adapter.dispatch("get_rename_sql", "dbt")(relation, new_name)) -%}
{%- endmacro %}

{% macro default__get_rename_sql(relation, new_name) -%}
  {%- if relation.is_view -%}
    {%- do return(get_rename_view_sql(relation, new_name)) -%}
  {%- elif relation.is_table -%}
    {%- do return(get_rename_table_sql(relation, new_name)) -%}
  {%- elif relation.is_materialized_view -%}
    {%- do return(get_rename_materialized_view_sql(relation, new_name)) -%}
  {%- endif -%}
  {%- do exceptions.raise_compiler_error("Nothing is known about how to rename a " ~ relation.type ~ ".") -%}
{%- endmacro %}


{% macro rename_relation(from_relation, to_relation) -%}
  {%- do return(adapter.dispatch("rename_relation", "dbt")(from_relation, to_relation)) -%}
{%- endmacro %}

{% macro default__rename_relation(from_relation, to_relation) -%}
  {%- call statement('rename_relation') -%}
    alter table {{ from_relation.render() }} rename to {{ adapter.quote_as_configured(to_relation.identifier, 'identifier') }}
  {%- endcall -%}
{%- endmacro %}
