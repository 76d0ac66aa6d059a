{# `dbt clone`: a clone of the deferred table, or a view over the deferred relation. #}

{% materialization clone, default %}
  {%- if not defer_relation -%}
    {%- do log("No relation found in state manifest for " ~ model.unique_id, info=True) -%}
    {%- do return({'relations': []}) -%}
  {%- endif -%}

  {%- set existing_relation = load_cached_relation(this) -%}
  {%- if existing_relation and not flags.FULL_REFRESH -%}
    {%- do log("Relation " ~ existing_relation ~ " already exists", info=True) -%}
    {%- do return({'relations': []}) -%}
  {%- endif -%}

  {%- set origin = load_cached_relation(defer_relation) -%}
  {%- if origin and origin.type == 'table' and can_clone_table() -%}
    {%- do return({'relations': [_clone_table(existing_relation)]}) -%}
  {%- endif -%}

  {#- `sql` selects from the deferred relation here, so the view materialization does the rest -#}
  {%- set own = 'materialization_view_' ~ adapter.type() -%}
  {%- do return(context[own if own in context else 'materialization_view_default']()) -%}
{% endmaterialization %}


{% macro _clone_table(existing_relation) %}
  {%- set target_relation = this.incorporate(type='table') -%}
  {%- if existing_relation is not none and not existing_relation.is_table -%}
    {%- do drop_relation_if_exists(existing_relation) -%}
  {%- endif -%}

  {%- if target_relation.render() == defer_relation.render() -%}
    {%- do log("The clone would be the table itself, so nothing is done: " ~ target_relation.render()) -%}
  {%- else -%}
    {%- call statement('main') -%}
      {{ create_or_replace_clone(target_relation, defer_relation) }}
    {%- endcall -%}
  {%- endif -%}

  {%- do apply_grants(target_relation, config.get('grants'), should_revoke=should_revoke(existing_relation, full_refresh_mode=True)) -%}
  {%- do persist_docs(target_relation, model) -%}
  {%- do return(target_relation) -%}
{% endmacro %}
