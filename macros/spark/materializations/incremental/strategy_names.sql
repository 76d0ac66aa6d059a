{# dbt-core's names for the strategies, which custom strategies call: source and target have their places in a dict. #}

{% macro spark__get_incremental_append_sql(arg_dict) %}
  {%- do return(_built_in_strategy_sql('append', arg_dict)) -%}
{% endmacro %}

{% macro spark__get_incremental_merge_sql(arg_dict) %}
  {%- do return(_built_in_strategy_sql('merge', arg_dict)) -%}
{% endmacro %}

{% macro spark__get_incremental_insert_overwrite_sql(arg_dict) %}
  {%- do return(_built_in_strategy_sql('insert_overwrite', arg_dict)) -%}
{% endmacro %}

{% macro spark__get_incremental_microbatch_sql(arg_dict) %}
  {%- do return(_built_in_strategy_sql('microbatch', arg_dict)) -%}
{% endmacro %}

{% macro _built_in_strategy_sql(strategy, arg_dict) %}
  {%- do return(adapter.dispatch("incremental_sql", "dbt")(
    strategy, arg_dict['temp_relation'], arg_dict['target_relation'], arg_dict['target_relation'],
    arg_dict['unique_key'], arg_dict['incremental_predicates']
  )) -%}
{% endmacro %}
