{# `dbt clone` on Spark: Delta's shallow clone. #}

{% macro spark__can_clone_table() %}
  {%- do return(True) -%}
{% endmacro %}


{% macro spark__create_or_replace_clone(this_relation, defer_relation) -%}
  create or replace table {{ this_relation }} shallow clone {{ defer_relation }}
{%- endmacro %}


{% materialization clone, adapter='spark' %}
  {%- if defer_relation and config.get('file_format') != 'delta' and (flags.FULL_REFRESH or not load_cached_relation(this)) -%}
    {%- do exceptions.raise_compiler_error(
      "Invalid file format: " ~ config.get('file_format') ~ "\nshallow clone requires file_format be set to 'delta'"
    ) -%}
  {%- endif -%}
  {%- do return(materialization_clone_default()) -%}
{% endmaterialization %}
