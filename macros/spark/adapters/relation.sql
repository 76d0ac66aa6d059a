{# Dropping and renaming relations; the temporary view of an incremental run. #}

{% macro spark__drop_relation(relation) -%}
  {%- call statement('drop_relation', auto_begin=False) -%}
    drop {{ relation.type }} if exists {{ relation }}
  {%- endcall -%}
{%- endmacro %}


{% macro spark__rename_relation(from_relation, to_relation) -%}
  {%- if from_relation.type not in ['table', 'view'] -%}
    {%- do exceptions.raise_database_error(
      "'" ~ from_relation.identifier ~ "' cannot be renamed: it is neither a table nor a view, but of type '" ~ from_relation.type ~ "'."
    ) -%}
  {%- endif -%}
  {%- call statement('rename_relation') -%}
    alter {{ from_relation.type }} {{ from_relation }} rename to {{ to_relation }}
  {%- endcall -%}
{%- endmacro %}


{#- A temporary view has no schema. It lives in this node's lane only, so its name need not be unique. #}
{% macro spark__make_temp_relation(base_relation, suffix) %}
  {%- set temp_relation = base_relation.incorporate(path={"identifier": base_relation.identifier ~ suffix}, type='view') -%}
  {%- do return(temp_relation.include(database=false, schema=false)) -%}
{% endmacro %}


{#- Drops what cannot be replaced in one statement. #}
{% macro spark__make_way(existing_relation, type) %}
  {%- if existing_relation is not none and not _is_replaced(existing_relation, type) -%}
    {%- do adapter.drop_relation(existing_relation) -%}
  {%- endif -%}
{% endmacro %}
